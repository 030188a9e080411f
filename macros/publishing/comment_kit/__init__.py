"""The comment kit of a draft: faces and a box at each section, one place to send from, a paper sheet. Never public."""
