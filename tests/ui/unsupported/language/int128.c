int main(void) {
    __int128 n = 1; //~ unsupported
    return (int)n;
}
