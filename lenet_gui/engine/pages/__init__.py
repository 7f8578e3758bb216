"""Photographs of pages to lines of digits.

``read_page.py`` runs the stages, each of which the photo viewer can show:

1. **Sheet** (``paper_sheet.py``): four straight sharp sides with light inside. What lies beside
   the sheet has no influence on thresholds, the usual size of digits, ruling or orientation.
2. **Ink** (``threshold.py``): light and shadow are divided out; the threshold lies above the grain
   of the paper and above the blurred rim of darker ink.
3. **Ruling** (``ruling.py``, ``ruled_lines.py``, ``printed_boxes.py``): where printed lines run,
   which ink on them is a pen's, and boxes. With the lines known the threshold is set again.
4. **Pieces** (``components.py``, ``pieces.py``): connected ink that may be a digit.
5. **Orientation** (``orientation.py``): by the ruling and by how confident the network is.
6. **Joins and splits** (``joins.py``, ``touching_digits.py``, ``cut_candidates.py``): broken digits
   are joined and touching ones split where the network is more confident of the result.
7. **Lines** (``reading_order.py``): which digit stands in which line.
8. **Digits** (``digit_choice.py``): evidence is added up: confidence, likeness to the other
   digits, place on the sheet. Its weights are fitted to composed photographs by ``python -m
   tests.photographs.fitting``; run it again after the default network has changed.
"""
