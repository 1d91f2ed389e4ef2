int main(void) {
    void x; //~ void-variable
    return 0;
}
