// 7.1.2p5: who declares a library function leaves it external linkage
static int puts(const char *text);
int main(void) {
    puts("x"); //~ undefined-reference
    return 0;
}
