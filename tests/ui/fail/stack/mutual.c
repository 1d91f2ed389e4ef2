//@ options: --stack-size 65536 -W signed-overflow=off
static int ping(int n);
static int pong(int n) { return ping(n + 1); }
static int ping(int n) { return pong(n + 1); } //~ stack-overflow
int main(void) { return ping(0); }
