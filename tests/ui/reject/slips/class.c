class Point { //~ unknown-word
public:
    int x;
};
int main(void) {
    return 0;
}
