"""What sources with pictures of pages share: feeds, reading in the background, boxes, sheets."""
