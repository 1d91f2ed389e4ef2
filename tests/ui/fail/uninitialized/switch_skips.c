int main(int argc, char **argv) {
    (void)argv;
    switch (argc) {
        int x;
        case 0: x = 1;
        default: return x + 1; //~ uninitialized-read
    }
}
