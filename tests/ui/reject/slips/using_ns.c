using namespace std; //~ unknown-word
int main(void) {
    return 0;
}
