int main(void) { //~ unbalanced-bracket
    if (1) {
        return 0;
}
