public class Main { //~ unknown-word
    public static void main(String[] args) {
        System.out.println("hi");
    }
}
