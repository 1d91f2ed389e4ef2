int main(void) {
    int x = 1;
    if (x == 1)) { //~ unbalanced-bracket
        return 1;
    }
    return 0;
}
