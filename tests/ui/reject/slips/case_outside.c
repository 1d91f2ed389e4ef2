int main(void) {
    int x = 1;
    case 1: //~ stray-case
        x = 2;
    return x;
}
