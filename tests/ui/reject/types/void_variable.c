int main(void) {
    void v; //~ void-variable
    return 0;
}
