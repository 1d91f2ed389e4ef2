int main(void) {
    return a; //~ undeclared-name
}
