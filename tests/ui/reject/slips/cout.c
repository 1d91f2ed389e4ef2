int main(void) {
    int x = 1;
    cout << "x is " << x << endl; //~ undeclared-name
    return 0;
}
