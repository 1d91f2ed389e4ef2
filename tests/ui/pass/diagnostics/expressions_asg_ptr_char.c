int main(void) {
    char *p = 'a'; //~ int-to-pointer
    return 0;
}
