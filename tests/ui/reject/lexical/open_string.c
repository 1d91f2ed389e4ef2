int main(void){ char *s = "abc; return 0; } //~ unterminated-string //~ unbalanced-bracket
