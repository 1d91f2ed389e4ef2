int main(void) {
    a: ;
    a: ; //~ duplicate-label
    return 0;
}
