int main(void) { //~ unbalanced-bracket
    /* start //~ unterminated-comment
    return 0;
}
