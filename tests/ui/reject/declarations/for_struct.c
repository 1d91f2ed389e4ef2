int main(void) {
    for (struct s { int a; } x = {0}; x.a < 1; x.a++) ; //~ unbalanced-bracket //~ unbalanced-bracket
    return 0;
}
