extern int a[];
int n = sizeof a; //~ incomplete-type
int main(void) {
    return 0;
}
