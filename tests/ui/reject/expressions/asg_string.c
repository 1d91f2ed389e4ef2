int main(void) {
    "abc" = 3; //~ array-assignment
    return 0;
}
