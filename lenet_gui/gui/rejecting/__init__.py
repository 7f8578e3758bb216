"""The dial that sets how many of the accepted answers may be wrong."""
