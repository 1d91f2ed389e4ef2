static int use(void) {
    char room[16 * 1024 * 1024]; //~ stack-overflow
    room[0] = 1;
    return room[0];
}
int main(void) { return use(); }
