int main(void) {
    print("hello"); //~ undeclared-function
    return 0;
}
