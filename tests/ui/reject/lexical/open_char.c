int main(void){ return 'a; } //~ unterminated-character //~ unbalanced-bracket
