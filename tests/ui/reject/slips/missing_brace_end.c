int main(void) {
    int x = 1;
    if (x) { //~ unbalanced-bracket
        x = 2;
    return x;
}
