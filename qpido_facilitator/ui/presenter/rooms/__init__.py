"""Groups at work: the opening of the rooms, the matrix of their answers, the texts to send them."""
