int main(void) {
    const void *s = L"a" u"b"; //~ mixed-string-prefixes
    return 0;
}
