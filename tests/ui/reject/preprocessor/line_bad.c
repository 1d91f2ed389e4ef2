#line foo //~ bad-line-directive
int main(void) {
    return 0;
}
