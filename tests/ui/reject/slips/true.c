int main(void) {
    int x = True; //~ undeclared-name
    return x;
}
