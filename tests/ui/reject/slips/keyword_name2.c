int main(void) {
    int int = 1; //~ keyword-as-name
    return 0;
}
