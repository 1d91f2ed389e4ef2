int main(void) {
    int count = 1;
    return coutn; //~ undeclared-name
}
