//@ options: --stack-size 65536 -W signed-overflow=off
static int fact(int n) {
    return n * fact(n - 1); //~ stack-overflow
}
int main(void) { return fact(5); } 
