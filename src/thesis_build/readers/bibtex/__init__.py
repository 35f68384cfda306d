"""Bibliography files: the library that the thesis uses, with the position of every entry and every fault."""
