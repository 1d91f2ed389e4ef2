int main(void) {
    case 1: return 0; //~ stray-case
}
