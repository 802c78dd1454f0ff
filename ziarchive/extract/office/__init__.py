"""Office documents: Word, Excel, PowerPoint, OpenDocument, RTF, and the old formats through LibreOffice."""
