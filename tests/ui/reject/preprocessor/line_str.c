#line 5 foo //~ bad-line-directive
int main(void) {
    return 0;
}
