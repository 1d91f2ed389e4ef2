int main(void) {
    return EOF; //~ undeclared-name
}
