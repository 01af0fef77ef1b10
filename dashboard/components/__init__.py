"""What pages are made of: state and links, filters, charts, tables, cards, the reader."""
