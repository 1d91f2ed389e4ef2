static int counts[26];
static void count(const char *s) {
    while (*s) counts[*s++ - 'a']++; //~ out-of-bounds
}
int main(void) {
    count("abc");
    count("Abc");
    return 0;
}
