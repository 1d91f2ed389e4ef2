int main(void) {
    int x = 1;
    x =+ 2; //~ reversed-operator
    x =- 2; //~ reversed-operator
    return x + 2;
}
