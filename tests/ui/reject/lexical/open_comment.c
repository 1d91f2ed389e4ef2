int main(void){ return 0; } /* abc //~ unterminated-comment
