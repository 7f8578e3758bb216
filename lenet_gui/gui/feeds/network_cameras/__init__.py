"""Network cameras: from the address as it was typed to pictures, against any server.

The window's thread receives, so a turn of its event loop does a bounded number of steps
(``http_connection.py``), and each byte is searched once (``http_response.py``,
``picture_cutter.py``). Qt's QNetworkAccessManager is not used: closing it waits up to five seconds
for its thread, which a server that pours headers keeps busy, and its digests are MD5 only.
"""
