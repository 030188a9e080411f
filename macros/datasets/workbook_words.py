"""Words of the workbook that are written by one program and looked for by another."""

COVER, LISTS = "Start here", "Lists"  # our own sheets without figures
LISTED = "For “"  # how each heading of the sheet of lists begins
SOURCE = "Where the figures come from"  # the cell right of these words on the cover holds what every row says
OUR_RECORDS = "the council's records"
