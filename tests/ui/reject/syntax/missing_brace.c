int main(void) {
    if (1) { //~ unbalanced-bracket
        return 0;
}
