// 6.7.5p7: the declarations of an object ask for different alignments
//@ options: -W all=error
extern _Alignas(16) int x;
_Alignas(8) int x = 0; //~ alignment-conflict
extern _Alignas(16) int y;
int y = 0; //~ alignment-conflict
int main(void) {
    return x + y;
}
