static int pick(int n) {
    int result;
    if (n > 0) result = 1;
    return result; //~ uninitialized-read
}
int main(void) { return pick(-1); }
