int main(void) {
    bool b = true; //~ unknown-type-name
    return b;
}
