int main(void) { //~ unbalanced-bracket
    int x = 1;
    if (x) {
        x = 2;
    return x;
}
