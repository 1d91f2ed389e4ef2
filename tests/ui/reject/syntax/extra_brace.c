int main(void) {
    return 0;
}
} //~ unbalanced-bracket
