"""What Word's and LibreOffice's files need before pandoc writes them and after."""
