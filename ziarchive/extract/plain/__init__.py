"""Text as it stands: plain text, web pages and chats, in whatever charset."""
