int main(int argc, string argv[]) { //~ unknown-word
    return 0;
}
