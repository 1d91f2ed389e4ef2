int main(void) {
    System.out.println("hello"); //~ undeclared-name
    return 0;
}
